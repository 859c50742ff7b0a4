// The worker's side: one answer for each request. After a trap it says so and is ended by the page.

const decoder = new TextDecoder("utf-8", { fatal: true });

function asText(request) {
  if (typeof request === "string") return request;
  if (request instanceof ArrayBuffer || ArrayBuffer.isView(request)) return decoder.decode(request);
  throw new TypeError("request must be a string or UTF-8 bytes");
}

/** Answers one message with the functions of `engine`, an entry module of the package. */
export function answer(engine, { id, kind, parts }) {
  try {
    if (kind === "memoryBytes") return { id, ok: engine.memoryBytes() };
    const [method, request] = parts;
    return { id, ok: engine.call(method, asText(request)) };
  } catch (error) {
    // Only the wrapper gives an error a cause, and only for a trap.
    if (error?.code === "INTERNAL" && error.cause !== undefined) return { id, trap: error.message };
    const { code = "BAD_REQUEST", message = String(error), path = "", help = "" } = error ?? {};
    return { id, error: { code, message, path, help } };
  }
}
