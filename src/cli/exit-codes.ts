/** It did its work; what it found is an answer, not a failure. */
export const EXIT_DONE = 0;
/** The words of the call are off. */
export const EXIT_WRONG_CALL = 2;
/** A file could not be read at all. */
export const EXIT_UNREADABLE = 3;
