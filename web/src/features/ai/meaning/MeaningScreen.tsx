import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { embeddingsQuery } from './api'
import { ChoiceForm } from './ChoiceForm'
import { InUse } from './InUse'
import { Reading } from './Reading'

export function MeaningScreen() {
  const { t } = useTranslation()
  const embeddings = useQuery(embeddingsQuery)
  const { data, error } = embeddings
  return (
    <Page title={t('meaning.title')} description={t('meaning.text')}>
      {embeddings.isPending && (
        <Stack aria-hidden>
          <Skeleton height={96} radius="md" />
          <Skeleton height={120} radius="md" />
        </Stack>
      )}
      {error && !data && <ProblemNotice error={error} onRetry={() => void embeddings.refetch()} />}
      {data && (
        <Stack gap={40}>
          <InUse embeddings={data} />
          <Reading embeddings={data} />
          <ChoiceForm embeddings={data} />
        </Stack>
      )}
    </Page>
  )
}
