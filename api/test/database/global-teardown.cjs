module.exports = async () => {
  await globalThis.etatlotseTestDatabase?.stop();
};
