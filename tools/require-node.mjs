// Says in one sentence that this machine's Node is too old, instead of a syntax error. npm brings Node 24 for Linux;
// elsewhere the system's own is used. Plain JavaScript: it must run on the old one.
if (!process.features.typescript) {
  console.error(
    `需要 Node.js 22.18 以上版本，现在是 ${process.versions.node}；npm 没有为本机（${process.platform}-${process.arch}）提供 Node，` +
      '请从 nodejs.org 安装后重试。\n' +
      `Node.js 22.18 or later is needed and this is ${process.versions.node}; npm has none for this machine: install it from nodejs.org.`,
  )
  process.exit(1)
}
