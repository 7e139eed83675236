/** The look of the product: one accent, warm greys, the system's own type. */
import {
  ActionIcon,
  Button,
  Drawer,
  Menu,
  Modal,
  Tooltip,
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
} from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  // The accent is dark on light and light on dark: its text must follow the colours in use.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    const accent = input.variant === 'filled' && (input.color ?? 'petrol') === 'petrol'
    return accent ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  colors: {
    petrol: [
      '#eef6f6',
      '#d8eaea',
      '#b2d6d7',
      '#86c1c3',
      '#62b1b4',
      '#2f8c90',
      '#17797d',
      '#0b6a6f',
      '#09565a',
      '#063f42',
    ],
    gray: [
      '#f8f8f6',
      '#f1f1ee',
      '#e7e7e3',
      '#dadad5',
      '#c3c3bd',
      '#8a8a84',
      '#61615c',
      '#454541',
      '#2b2b28',
      '#1a1a18',
    ],
    dark: [
      '#e8eaeb',
      '#c3c8cc',
      '#9da5ab',
      '#6b747b',
      '#363b40',
      '#2a2f33',
      '#1e2225',
      '#151819',
      '#101213',
      '#0b0c0d',
    ],
  },
  components: {
    Button: Button.extend({ defaultProps: { fw: 500 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'lg' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, padding: 'lg' } }),
    Drawer: Drawer.extend({ defaultProps: { padding: 'md' } }),
    // Menus and tooltips stay beside what they belong to, inside its landmark.
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        withinPortal: false,
        floatingStrategy: 'fixed',
        openDelay: 400,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
})

/** The accent in a theme: the workspace's own where components/looks.ts has set it, else ours. */
function accent(scheme: 'light' | 'dark', shades: Record<string, string>): Record<string, string> {
  const own = (name: string, part: string) => `var(--brand-${part}-${scheme}, ${shades[name]})`
  return {
    '--mantine-color-petrol-filled': own('filled', 'fill'),
    '--mantine-color-petrol-filled-hover': own('hover', 'hover'),
    '--mantine-color-petrol-outline': own('filled', 'ink'),
    '--mantine-color-petrol-text': own('filled', 'ink'),
    '--mantine-color-anchor': own('filled', 'ink'),
    '--mantine-color-petrol-light': own('light', 'soft'),
    '--mantine-color-petrol-light-color': own('lightColor', 'ink'),
  }
}

/** Greys that must stay readable: placeholders and hints at 4.5:1, field borders at 3:1. */
export const cssVariables: CSSVariablesResolver = (base) => ({
  variables: {},
  light: {
    ...accent('light', {
      filled: '#0b6a6f',
      hover: '#09565a',
      light: '#d8eaea',
      lightColor: '#063f42',
    }),
    '--mantine-primary-color-contrast': '#fff',
    '--mantine-color-placeholder': base.colors.gray[6],
    '--mantine-color-dimmed': base.colors.gray[6],
    '--mantine-color-error': '#b42318',
  },
  dark: {
    ...accent('dark', {
      filled: '#62b1b4',
      hover: '#2f8c90',
      light: '#032021',
      lightColor: '#eef6f6',
    }),
    '--mantine-primary-color-contrast': '#061516',
    '--mantine-color-placeholder': base.colors.dark[2],
    '--mantine-color-dimmed': base.colors.dark[2],
    '--mantine-color-error': '#ff9a8f',
  },
})
