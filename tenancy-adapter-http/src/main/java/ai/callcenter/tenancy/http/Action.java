package ai.callcenter.tenancy.http;

/** What one route does: from a call to its answer. It refuses by throwing. */
@FunctionalInterface
interface Action {
    Answer answer(Call call);
}
