import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { THEME_SCRIPT } from '@/components/ui/theme';
import { DESCRIPTION, ICON, TITLE } from './page-head';
import './globals.css';

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION, icons: { icon: ICON } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

/** Around not-found.tsx alone: the wizard has the lighter pages/_document.tsx. */
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
