// Next.js, App Router: app/api/v2/[...path]/route.ts
import { handler } from './handler.js'

export { handler as GET, handler as POST }
