/** One way of compiling TypeScript for every jest project: the same compiler and metadata as the API build. */
const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      parser: syntax === 'ts' ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Packages that ship as ES modules only and therefore pass through the compiler too. */
const esModules = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uuid',
  'pg-boss',
  'serialize-error',
  'non-error',
  'type-fest',
  'fast-check',
  'pure-rand',
  'content-disposition',
  'cookie',
  '@fastify/cookie',
];

module.exports = (root) => ({
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.ts$': swc('ts'), '^.+\\.m?js$': swc('js') },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: {
    '^@etatlotse/domain/(.+)$': `${root}/libs/domain/src/$1/index.ts`,
    '^@etatlotse/contracts/(.+)/plain$': `${root}/libs/contracts/src/$1/plain.ts`,
    '^@etatlotse/contracts/(.+)$': `${root}/libs/contracts/src/$1/index.ts`,
  },
});
