import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { IconSend } from '@/components/icons'
import { askFirst } from '@/features/assistant/firstQuestion'
import { useTranslation } from '@/i18n'
import { noteVisit } from '../../startPage'
import classes from '../Home.module.css'

/** A question; the assistant opens with its answer on the way. */
export default function Ask() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [question, setQuestion] = useState('')
  const wanted = question.trim()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (wanted === '') return
    askFirst(wanted)
    // The assistant itself, whatever the start page.
    noteVisit(true)
    void navigate({ to: '/' })
  }

  return (
    <form className={classes.ask} onSubmit={submit}>
      <TextInput
        className={classes.question}
        label={t('layout.ask.label')}
        maxLength={4000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Button type="submit" leftSection={<IconSend size={16} />} disabled={wanted === ''}>
        {t('layout.ask.send')}
      </Button>
    </form>
  )
}
