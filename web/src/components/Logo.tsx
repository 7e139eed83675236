interface LogoProps {
  size?: number
  /** A workspace's own, in place of the product's. */
  src?: string | null | undefined
}

/** It stands beside its name, which says what it is. */
export function Logo({ size = 28, src }: LogoProps) {
  if (src) {
    // Its place is kept before it has been fetched.
    return <img src={src} alt="" width={size} height={size} style={{ objectFit: 'contain' }} />
  }
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b6a6f" />
      <path
        d="M9.5 22V10.5l13 11V10"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
