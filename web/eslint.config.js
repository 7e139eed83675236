import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const features = ['accounts', 'admin', 'ai', 'assistant', 'knowledge', 'roles', 'workspaces']

const FEATURE_RULE =
  'A feature imports its own folder, components, api and i18n; routes compose features.'

/** A layer may import what stands below it, and a feature never another feature. */
function layer(files, forbidden, message) {
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
    },
  }
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: globals.browser,
    },
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.strict.rules,
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/only-throw-error': 'off',
      'max-lines': ['error', 400],
      'no-console': 'error',
    },
  },
  { files: ['mock/**', 'scripts/**', '*.js'], languageOptions: { globals: globals.node } },
  layer(
    'src/i18n/**',
    ['@/app/*', '@/features/*', '@/components/*', '@/api/*'],
    'i18n stands alone.',
  ),
  layer('src/api/**', ['@/app/*', '@/features/*', '@/components/*'], 'api knows no screen.'),
  layer('src/components/**', ['@/app/*', '@/features/*'], 'components know no feature.'),
  ...features.flatMap((name) => [
    layer(`src/features/${name}/*`, ['@/app/*', '@/features/*', '../*'], FEATURE_RULE),
    layer(`src/features/${name}/*/**`, ['@/app/*', '@/features/*', '../../*'], FEATURE_RULE),
  ]),
)
