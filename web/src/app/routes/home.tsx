import { HomeScreen } from '../home/HomeScreen'

export default HomeScreen
