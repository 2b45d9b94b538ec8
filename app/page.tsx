import { Wizard } from '@/components/wizard';

export default function Page() {
  return <Wizard />;
}
