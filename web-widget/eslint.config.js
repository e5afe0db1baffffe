import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Names of the browser that shared rooms and stores must not know. */
const SCREEN = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'location', 'history'];
const CLOCK = [{ object: 'Date', property: 'now', message: 'Take the time from kernel/clock.' }];
const DICE = [{ object: 'Math', property: 'random', message: 'Take randomness from kernel/random.' }];

/**
 * @param {[string[], string][]} groups
 * @returns {import('@eslint/core').RulesConfig}
 */
const notFrom = (...groups) => ({
  'no-restricted-imports': ['error', { patterns: groups.map(([group, message]) => ({ group, message })) }],
});
/** @type {[string[], string]} */
const NO_VISITOR = [['**/visitor/**'], 'Visitor and console never import each other.'];
/** @type {[string[], string]} */
const NO_CONSOLE = [['**/console/**'], 'Visitor and console never import each other.'];
/** @type {[string[], string]} */
const NO_COURTESY = [['**/courtesy/**'], 'Only the page of outreach needs the rules of writing first.'];
/** @type {[string[], string]} */
const NO_SCREEN = [['preact', 'preact/*', '**/ui/**', '**/screen/**'], 'Only ui/ knows the screen.'];
/** @type {[string[], string]} */
const NO_ENGINE = [
  ['**/socket/**', '**/seal/**', '**/trust/**', '**/wire/**', '**/gen/**', '**/letters/**', '**/talk/!(view|stop).ts'],
  'Screens see only the views: talk/view.ts, talk/stop.ts, session-view.ts, desk-view.ts.',
];

export default defineConfig(
  { ignores: ['dist/', 'target/', 'node_modules/', 'src/gen/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-properties': ['error', ...CLOCK, ...DICE],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/kernel/**', 'src/loader/**'], rules: { 'no-restricted-properties': ['error', ...DICE] } },
  {
    files: ['src/{kernel,wire,seal,trust,talk,letters,socket,courtesy}/**'],
    rules: { 'no-restricted-globals': ['error', ...SCREEN], ...notFrom(NO_VISITOR, NO_CONSOLE, NO_SCREEN) },
  },
  { files: ['src/visitor/**'], rules: notFrom(NO_CONSOLE, NO_COURTESY) },
  { files: ['src/console/**'], rules: notFrom(NO_VISITOR) },
  { files: ['src/visitor/*.ts', 'src/console/*.ts'], rules: { 'no-restricted-globals': ['error', ...SCREEN] } },
  {
    files: ['src/visitor/stores/**'],
    rules: { 'no-restricted-globals': ['error', ...SCREEN], ...notFrom(NO_CONSOLE, NO_COURTESY, NO_SCREEN) },
  },
  {
    files: ['src/console/stores/**'],
    rules: { 'no-restricted-globals': ['error', ...SCREEN], ...notFrom(NO_VISITOR, NO_SCREEN) },
  },
  { files: ['src/visitor/ui/**'], ignores: ['**/main.tsx'], rules: notFrom(NO_CONSOLE, NO_COURTESY, NO_ENGINE) },
  { files: ['src/console/ui/**'], ignores: ['**/main.tsx'], rules: notFrom(NO_VISITOR, NO_ENGINE) },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'scripts/**', '*.js', '*.ts', 'src/**/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-console': 'off',
      'no-undef': 'off',
    },
  },
  // Tests at the seam between visitor and console see both.
  { files: ['src/testing/**', 'e2e/**'], rules: { 'no-restricted-imports': 'off' } },
);
