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

function asked(method, request) {
  const answer = JSON.parse(method(JSON.stringify(request)));
  if (answer.error !== undefined) throw new EmitraceError(answer.error);
  return answer;
}

export const verifyBundle = (bundle, { key, earlier } = {}) => asked(glue.verifyBundle, { bundle, key: key ?? "", earlier: earlier ?? [] });
export const verifyDocument = (document, key) => asked(glue.verifyDocument, { document, key: key ?? "" });
