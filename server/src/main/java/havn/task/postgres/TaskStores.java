package havn.task.postgres;

import havn.task.TaskStore;
import io.vertx.sqlclient.Pool;

/// Opens the store of tasks.
public final class TaskStores {

  private TaskStores() {}

  public static TaskStore in(Pool pool) {
    return new PgTaskStore(pool);
  }
}
