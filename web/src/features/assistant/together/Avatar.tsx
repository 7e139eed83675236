import classes from './Together.module.css'

interface AvatarProps {
  name: string
  present?: boolean
}

/** A person in one or two letters; the name stands beside it or in its title. */
export function Avatar({ name, present }: AvatarProps) {
  return (
    <span className={classes.avatar} data-present={present} aria-hidden>
      {initials(name)}
    </span>
  )
}

export function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => /^./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
