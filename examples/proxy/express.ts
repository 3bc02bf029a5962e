import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { handler } from './handler.js'

export const app = express()
// Not `app.use('/api/v2', …)`, which cuts the path off; and before `express.json()`, which would read the body.
app.all('/api/v2/*path', getRequestListener(handler))
