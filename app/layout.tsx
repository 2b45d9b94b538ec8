import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { THEME_SCRIPT } from '@/components/frame/theme';
import './globals.css';

/**
 * Inline, because Chromium asks for the icon anew each time the address changes, and this page makes no request once
 * it is loaded.
 */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b6470"/><path d="M8 9h10M8 16h16M8 23h7" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>',
)}`;

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
