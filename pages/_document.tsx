import { Head, Html, Main, NextScript } from 'next/document';
import { DESCRIPTION, ICON, TITLE } from '@/app/page-head';
import { THEME_SCRIPT } from '@/components/ui/theme';
import { WithoutScript } from '@/components/wizard/without-script';

/** The page around React's part of it: what must be there before a script runs, and what is there when none does. */
export default function Document() {
  return (
    <Html lang="en" data-theme="system">
      <Head>
        <title>{TITLE}</title>
        <meta name="description" content={DESCRIPTION} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </Head>
      <body>
        <noscript>
          <WithoutScript />
        </noscript>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
