using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MetricsDashboard.Storage.Data;

/// <summary>How the values of an entity get into a prepared statement: compiled once for each type, so that no value is boxed.</summary>
internal static class SqliteBinding
{
    private static readonly ConcurrentDictionary<Type, Delegate> Compiled = new();

    public static Action<SqliteInsert, T> Of<T>(BulkTable table)
        where T : class => (Action<SqliteInsert, T>)Compiled.GetOrAdd(typeof(T), _ => Compile<T>(table));

    private static Action<SqliteInsert, T> Compile<T>(BulkTable table)
    {
        var (insert, row) = (Expression.Parameter(typeof(SqliteInsert)), Expression.Parameter(typeof(T)));
        var binds = table.Columns.Select((column, i) => Bind(insert, i + 1, Expression.Property(row, column.Property), column.Converter));
        return Expression.Lambda<Action<SqliteInsert, T>>(Expression.Block(binds), insert, row).Compile();
    }

    private static Expression Bind(ParameterExpression insert, int at, Expression value, ValueConverter? converter)
    {
        if (!value.Type.IsValueType || Nullable.GetUnderlyingType(value.Type) is not null)
        {
            var held = Expression.Variable(value.Type);
            Expression present = value.Type.IsValueType ? Expression.Property(held, nameof(Nullable<int>.HasValue)) : Expression.NotEqual(held, Expression.Constant(null, value.Type));
            Expression inner = value.Type.IsValueType ? Expression.Property(held, nameof(Nullable<int>.Value)) : held;
            return Expression.Block(
                [held],
                Expression.Assign(held, value),
                Expression.IfThenElse(present, Value(insert, at, inner, converter), Expression.Call(insert, nameof(SqliteInsert.BindNull), null, Expression.Constant(at))));
        }

        return Value(insert, at, value, converter);
    }

    private static MethodCallExpression Value(ParameterExpression insert, int at, Expression value, ValueConverter? converter)
    {
        var stored = converter is null ? value : Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType));
        return Expression.Call(insert, nameof(SqliteInsert.Bind), null, Expression.Constant(at), stored);
    }
}
