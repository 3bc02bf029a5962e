import 'react-prompt-optimization/styles.css'
import './app.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Providers } from './providers'

export const metadata: Metadata = { title: 'Prompt optimization' }

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en">
      <body>
        <header>
          <Link href="/">Prompt optimization</Link>
        </header>
        <main>
          <Providers>{children}</Providers>
        </main>
      </body>
    </html>
  )
}
