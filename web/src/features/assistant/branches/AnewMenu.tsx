import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '@/api/types'
import { useTranslation } from '@/i18n'
import { answerModelsQuery } from '../api'
import type { Ask, Wish } from '../useAsk'

interface AnewMenuProps {
  answer: Answer
  onAsk: Ask
}

/** The ways in which a question can be answered anew; the first answer stays beside it. */
export default function AnewMenu({ answer, onAsk }: AnewMenuProps) {
  const { t } = useTranslation()
  const models = useQuery(answerModelsQuery).data ?? []
  const anew = (wish: Wish) => () => onAsk(answer.question, { ...wish, instead_of: answer.id })
  return (
    <Menu.Dropdown>
      <Menu.Label>{t('answer.anew')}</Menu.Label>
      <Menu.Item onClick={anew({})}>{t('branches.again')}</Menu.Item>
      <Menu.Item onClick={anew({ length: 'short' })}>{t('branches.shorter')}</Menu.Item>
      <Menu.Item onClick={anew({ length: 'detailed' })}>{t('branches.longer')}</Menu.Item>
      {models.length > 1 && (
        <>
          <Menu.Divider />
          <Menu.Label>{t('branches.byModel')}</Menu.Label>
          {models.map(({ id, name }) => (
            <Menu.Item key={id} onClick={anew({ model: id })}>
              {name}
            </Menu.Item>
          ))}
        </>
      )}
    </Menu.Dropdown>
  )
}
