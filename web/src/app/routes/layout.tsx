import { LayoutScreen } from '../layout/LayoutScreen'

export default LayoutScreen
