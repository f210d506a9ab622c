/** The server cannot start for a reason the office can act on: `message` is plain Vietnamese, printed without a stack. */
export class StartError extends Error {}
