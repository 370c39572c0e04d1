// Plain old JavaScript, so that a Node that is too old says one clear line instead of a syntax error.
var major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    "Một Cửa needs Node 24 or newer; this is Node " +
      process.versions.node +
      ". Run it with `npm ci && npm start`: that brings a Node 24 of its own.",
  );
  process.exit(1);
}
(await import("./lean-process.js")).becomeLean();
await import("./compiled-code.js");
await import("./main.ts");
