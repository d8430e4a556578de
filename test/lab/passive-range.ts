/** The vendor's range for data connections of passive FTP (row 12), both ends included. */
export const PASSIVE_RANGE = { from: 30_000, to: 30_199 } as const;
