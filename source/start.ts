// `import()` is a fault of syntax before Node 13, so the entry reads this file only once it knows the Node it is on.
module.exports = import('./cli.ts');
