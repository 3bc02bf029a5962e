import { HttpError } from './HttpError.js'

const MAX_PAGE_SIZE = 100

/**
 * The page of the rows that the query selects.
 *
 * @throws HttpError 400 for an invalid page or page size
 */
export function paginate<Row>(all: readonly Row[], query: URLSearchParams, defaultPageSize: number) {
  const page = parseCount(query, 'page') ?? 1
  const pageSize = parseCount(query, 'page_size') ?? defaultPageSize
  if (pageSize > MAX_PAGE_SIZE) throw new HttpError(400, `page_size must be at most ${MAX_PAGE_SIZE}`)
  return {
    rows: all.slice((page - 1) * pageSize, page * pageSize),
    pagination: { page, page_size: pageSize, has_next: page * pageSize < all.length },
  }
}

function parseCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const count = /^\d+$/.test(text) ? Number(text) : 0
  if (count >= 1 && Number.isSafeInteger(count)) return count
  throw new HttpError(400, `${name} must be a positive integer`)
}
