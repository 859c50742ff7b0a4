// What both entries of the verifier share.
import * as glue from "./wasm/verifier.js";

/** The error that the verifier throws for text that cannot be checked at all; `code` is stable across languages. */
export class EmitraceError extends Error {
  constructor({ code, message, path, help }) {
    super(message);
    this.name = "EmitraceError";
    this.code = code;
    this.path = path;
    this.help = help;
  }
}

export const load = (module) => glue.initSync({ module });

function read(text) {
  const answer = JSON.parse(text);
  if (answer.error !== undefined) throw new EmitraceError(answer.error);
  return answer;
}

export const verifyBundle = (bundle, { key, earlier } = {}) => read(glue.verifyBundle(bundle, key ?? "", earlier ?? []));
export const verifyDocument = (document, key) => read(glue.verifyDocument(document, key ?? ""));
