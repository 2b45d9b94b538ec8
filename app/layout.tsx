import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { THEME_SCRIPT } from '@/components/ui/theme';
import './globals.css';

/**
 * Inline, because Chromium asks for the icon again each time the address changes, and this page makes no request once
 * it is loaded. A PNG (32 by 32), because an SVG would be laid out again each time.
 */
const ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAMAAABEpIrGAAAAFVBMVEX///8KY28LZHBTkZqFsrhlnaX///9sfIy5AAAAAXRSTlMAQObYZgAAAHVJREFUOMvFk0EOwCAIBMEV///kttE2GtduEw+dKxNhg5iduCeCu1VotTmiXo30injgekIKSXALyA9gQpQOKCFYi8g5WougM8gh94Uu5hi2CSgTWMccwnYxR+K/mFgI4KtkMWPRgq/y05D7v1oejj49U3Vx/gfw3wmZGDIL/QAAAABJRU5ErkJggg==';

export const metadata: Metadata = {
  title: 'values-large.yaml for KaireonAI',
  description:
    'Asks about scale, datastores and optional tiers, and makes the Helm overlay values-large.yaml with its honest limits written beside the keys they concern.',
  icons: { icon: ICON },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

/** The document around the page, with what must be there before the first paint. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-theme="system" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
