import { HabitsScreen } from '@/features/habits/HabitsScreen'

export default HabitsScreen
