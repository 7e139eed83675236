import { Skeleton } from '@mantine/core'
import classes from './Thread.module.css'

export function ThreadSkeleton() {
  return (
    <div className={classes.scroll} aria-hidden>
      <div className={classes.thread}>
        <Skeleton height={20} width="60%" mb="lg" />
        {['95%', '88%', '92%', '40%'].map((width) => (
          <Skeleton key={width} height={12} width={width} mb="sm" />
        ))}
      </div>
    </div>
  )
}
