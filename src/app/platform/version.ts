/** What is installed, as `package.json` says; a test holds the two together, so that the package file need not be shipped. */
export const VERSION = '0.1.0';
