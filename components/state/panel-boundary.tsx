import { Component, type PropsWithChildren } from 'react';
import { Button } from '@/components/ui/button';
import { useFileActions } from './file-actions';

/** With what the operator calls this part of the page. */
type Props = PropsWithChildren<{ readonly name: string }>;

/** Keeps an error in one part of the page from taking the rest with it. The answers live outside, in the store. */
export class PanelBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed name={this.props.name} retry={() => this.setState({ hasFailed: false })} />;
  }
}

function Failed({ name, retry }: { readonly name: string; readonly retry: () => void }) {
  const { copyLink } = useFileActions();
  return (
    <section className="group" aria-label={`${name} failed`}>
      <p>
        “{name}” cannot be shown, because of an error in this page. Your answers are kept, and the
        rest goes on working.
      </p>
      <Button onClick={copyLink}>Copy the link to these answers</Button>{' '}
      <Button onClick={retry}>Try again</Button>
    </section>
  );
}
