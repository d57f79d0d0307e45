// The one error a user can mend; anything else thrown is a bug.

/**
 * An input that the user can put right. The message names the value, the limit and the remedy:
 * "The bandwidth is -5 m; it must be above 0 m. Enter a positive number."
 */
export class InputError extends Error {
  override readonly name = "InputError";
}
