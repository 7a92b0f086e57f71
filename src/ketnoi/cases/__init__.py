"""Cases (hồ sơ): the file in which agencies stand together beside one person.

Owns: the file, who is responsible for it, consent, who may open it, notes, tasks, the timeline.
Never: who she is (see `people`), or what an agency gives her (see the stage domains).
"""
