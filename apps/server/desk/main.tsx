import { checkWithoutCompiling } from '@guangyue/platform/ui/desk'

// Before any schema is made, hence before the desk itself is loaded.
checkWithoutCompiling()
const place = document.getElementById('desk')
if (place) void import('./desk.tsx').then(({ openDesk }) => openDesk(place))
