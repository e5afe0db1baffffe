import type { VNode } from 'preact';

const LINK = /(https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/u;

/** Text as it was written; addresses can be opened, in a new tab that does not know where it was opened from. */
export function Words({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split(LINK).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer" dir="ltr">
            {part}
          </a>
        ),
      )}
    </>
  );
}
