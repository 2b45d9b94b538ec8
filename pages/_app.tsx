import type { AppProps } from 'next/app';
import Head from 'next/head';
import '@/app/globals.css';
import { DESCRIPTION, ICON, TITLE } from '@/app/page-head';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>{TITLE}</title>
        <meta name="description" content={DESCRIPTION} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
