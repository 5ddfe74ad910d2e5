"""Who did what to whom: words of acts, their sides, what the sentence leaves out, and the relation of a given pair.

In the order of the steps: `stage` leads through them; `words` compiles the table of event words, `matching` finds them in a
sentence and `conditions` asks what their rows require; `verbs`, `nouns` and `sides` tell where the sides stand, `parties`
who stands there (single words: `linked`; `lists`, `pronouns`, `introduced`); `drafting` and `filling` make drafts of acts;
`context` fills what a sentence leaves out (`memory`, `plurals`, `counterparts`); `repeats` drops what says an act again,
`reports` adds status, time and place, `score` how sure it is. `relations` answers for a given pair of actors.
"""
