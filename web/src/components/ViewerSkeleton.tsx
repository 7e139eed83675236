import { Skeleton } from '@mantine/core'

/** Stands in for a page of text while it is on its way. */
export function ViewerSkeleton() {
  return (
    <div style={{ padding: 24 }} aria-hidden>
      <Skeleton height={20} width="50%" mb={24} />
      {['100%', '96%', '98%', '62%', '94%', '80%'].map((width) => (
        <Skeleton key={width} height={12} width={width} mb={12} />
      ))}
    </div>
  )
}
