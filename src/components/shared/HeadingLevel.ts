/** The level of a card's title; the heading of its summary is one level below. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
