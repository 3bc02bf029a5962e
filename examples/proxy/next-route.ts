// Next.js 16, App Router, in app/api/v2/[...path]/route.ts: npm install react-prompt-optimization
import { handler } from './handler.js'

export { handler as GET, handler as POST }
