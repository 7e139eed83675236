import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ComponentType } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { NewPasswordField, PasswordField } from '@/features/accounts/fields'
import { TranslationProvider } from '@/i18n'

interface Field {
  value: string
  onChange: (value: string) => void
}

function Filled({ Kind }: { Kind: ComponentType<Field> }) {
  const [value, setValue] = useState('')
  return <Kind value={value} onChange={setValue} />
}

beforeEach(() => localStorage.setItem('netz-language', 'en'))

describe('a password field', () => {
  it.each([
    ['Password', PasswordField],
    ['Choose a password', NewPasswordField],
  ])('hides what is typed until it is asked to show it (%s)', async (label, Kind) => {
    const user = userEvent.setup()
    render(
      <MantineProvider env="test">
        <TranslationProvider>
          <Filled Kind={Kind} />
        </TranslationProvider>
      </MantineProvider>,
    )
    const field = await screen.findByLabelText(label)
    await user.type(field, 'Violette')
    expect(field).toHaveProperty('type', 'password')
    await user.click(screen.getByRole('button', { name: 'Show the password' }))
    expect(field).toHaveProperty('type', 'text')
    expect(field).toHaveProperty('value', 'Violette')
    await user.click(screen.getByRole('button', { name: 'Show the password' }))
    expect(field).toHaveProperty('type', 'password')
  })
})
