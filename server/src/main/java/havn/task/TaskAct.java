package havn.task;

import havn.journal.Act;

/// What somebody does with a task.
public sealed interface TaskAct {

  /// What the journal calls it.
  Act.Deed deed();

  record Take() implements TaskAct {
    @Override
    public Act.Deed deed() {
      return Act.Deed.TASK_TAKE;
    }
  }

  record GiveBack() implements TaskAct {
    @Override
    public Act.Deed deed() {
      return Act.Deed.TASK_GIVE_BACK;
    }
  }

  record Finish() implements TaskAct {
    @Override
    public Act.Deed deed() {
      return Act.Deed.TASK_DONE;
    }
  }

  /// The office whose turn it is does not get it this time.
  record Skip(SkipReason reason) implements TaskAct {
    @Override
    public Act.Deed deed() {
      return Act.Deed.TASK_SKIP;
    }
  }
}
