/** Families of parameters that campaigns, mailings and shops add to every address, by the start of their names. */
const PREFIXES = [
  'utm_ hsa_ mtm_ pk_ piwik_ matomo_ oly_ vero_ __hs at_ wt. fb_ guce_ bsft_ ml_subscriber sfmc_',
  'elq trk_ ss_ mkt_ itm_',
].flatMap((names) => names.split(' '));

/** Single ones: of ads, mailings, social networks and "shared from" buttons. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'gclid gclsrc gbraid wbraid dclid gad_source gad_campaignid srsltid _ga _gl fbclid mibextid',
    'msclkid ttclid twclid yclid ysclid li_fat_id igsh igshid epik rdt_cid sccid trk',
    'trkcampaign si mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking _ke _kx s_cid',
    'ck_subscriber_id wickedid rb_clickid _openstat spm cvid s_kwcid sc_cid ved ei __s',
    'nr_email_referer guccounter ncid ocid _branch_match_id dm_i mkwid irclickid tduid cid sid',
    'share _bta_c openexternalbrowser isappinstalled campaign campaignid source amp ref ref_src',
    'ref_url referrer share_id cmpid',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Whether a parameter only says where a link was found. No parameter of ours has such a name. The page drops them
 * silently, wherever they stand, because nobody put them there on purpose. The HTTP routes refuse them as they
 * refuse every unknown parameter: a pipeline's address was written by somebody, and the contract promises a 422.
 */
export function isTracking(key: string): boolean {
  const name = key.toLowerCase();
  return NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}
